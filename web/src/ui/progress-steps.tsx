/** Where we are, n of m. The words beside say the same; the bars are only the picture of it. */
export function ProgressSteps({ done, total, now }: { done: number; total: number; now: number | null }) {
  return (
    <div className="prog" aria-hidden="true">
      {Array.from({ length: total }, (_, at) => (
        <i key={at} className={at === now ? 'now' : at < done ? 'done' : undefined} />
      ))}
    </div>
  )
}
