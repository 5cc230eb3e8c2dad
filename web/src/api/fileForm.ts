/** What openapi-fetch needs to send a file, and further fields, as a form. */
export function fileForm<Extra extends Record<string, string | number>>(file: File, extra: Extra = {} as Extra) {
  return {
    body: { file: '' },
    bodySerializer: () => {
      const form = new FormData()
      form.append('file', file)
      for (const [name, value] of Object.entries(extra)) form.append(name, String(value))
      return form
    },
  }
}
