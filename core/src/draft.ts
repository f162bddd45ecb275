/** How long a soft lock lasts after the last stroke, in seconds (REQ-91): a note being written is held for its writer, and no longer. */
export const lockSeconds = 30
