import { Icon, type IconName } from '../../ui/icon.tsx'

/** Nothing of the table: a pause, or the meeting is over. */
export function ScreenBlank({
  icon,
  title,
  text,
  kept,
}: {
  icon: IconName
  title: string
  text: string
  kept?: string
}) {
  return (
    <main className="screen-blank" id="content">
      <div className="screen-blank__table" aria-hidden="true">
        <span>
          <Icon name={icon} />
        </span>
        <i />
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
      <h1>{title}</h1>
      <p className="screen-blank__lead" role="status">
        {text}
      </p>
      {kept && (
        <p className="screen-blank__kept">
          <Icon name="check" />
          {kept}
        </p>
      )}
    </main>
  )
}
