export function FamilyPage() { return <main className="page" id="content" /> }
