export function FamiliesPage() { return <main className="page" id="content" /> }
