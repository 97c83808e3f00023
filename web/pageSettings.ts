/** What a page is told of where it stands: /settings.json, written by whoever serves it. */
export interface PageSettings {
  /** Missing where nobody logs in. */
  readonly login?: LoginSettings;
}

/** An OpenID provider, and what it knows this page as. */
export interface LoginSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Asked of providers that issue tokens for several APIs. */
  readonly audience?: string;
}
