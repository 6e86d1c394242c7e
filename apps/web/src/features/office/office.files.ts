/** The addresses of what an office answers by, which few pages know of. */
export const officeFiles = {
  /** Page that the link of a letter opens. */
  page: (code: string) => `/office/${code}`,
  /** The file of what was written by it; sent there too. */
  file: (code: string) => `/office/${code}/file`,
  /** The letter with its link, for the holder of the handover. */
  letter: (id: string, format: "pdf" | "docx" | "odt" | "html") => `/handovers/${id}/office-letter.${format}`,
  /** Address to which the team sends the file of a reply that came otherwise. */
  teamFile: (id: string) => `/handovers/${id}/file`,
  /** A file that waits, for the team. */
  waiting: (id: string, file: string) => `/handovers/${id}/files/${file}`,
};
