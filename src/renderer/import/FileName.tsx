import './import.css'

/** Name of the file beside the title. */
export function FileName({ name }: { name: string }) {
  return <span className="import-file-name">{name}</span>
}
