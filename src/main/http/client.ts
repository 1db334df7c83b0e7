/** A request to a provider. */
export interface HttpRequest {
  method: 'GET' | 'POST'
  url: string
  headers: Readonly<Record<string, string>>
  body?: string
  /** Whole exchange, in milliseconds, from connected to last byte. */
  timeoutMs?: number
}

/** An answer. Redirects are answers too: they are never followed. */
export interface HttpResponse {
  kind: 'response'
  status: number
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  /** Decoded as UTF-8, cut at 1 MiB. */
  body: string
}

/**
 * No answer. `written` is the question that decides between "try again" and "nobody knows": false means no byte of
 * the request left this computer.
 */
export interface HttpFailure {
  kind: 'failure'
  written: boolean
  /** The computer itself has no network (no route, no DNS server): not the provider's doing. */
  offline: boolean
  /** Stable: `dns`, `refused`, `tls`, `connect_timeout`, `timeout`, `reset`, `offline`, `bad_url`, `other`. */
  code: string
  /** A sentence for the person. */
  message: string
  /** With `tls`, what is wrong with the server's certificate, where that is known. */
  certificate?: 'expired' | 'wrong_name' | 'untrusted'
}

/** Calls to providers. Never throws. */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpResponse | HttpFailure>
  close(): Promise<void>
}
