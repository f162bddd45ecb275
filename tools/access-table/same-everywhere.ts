/** Policies that say the same wherever they stand. */
export const sameEverywhere: Readonly<Record<string, string>> = {
  oversee: 'the privacy officer: their own municipality',
  rule_reads: 'all rows, to answer who sees what',
  rule_keeps: 'by propose_change and settle_change: a change that stands, in the shape of its register',
  job_reads: 'all rows, for the named jobs',
  code_adds_nothing: 'never who came by the code of a table: a guest, a large screen',
  code_changes_nothing: 'never who came by the code of a table: a guest, a large screen',
}
