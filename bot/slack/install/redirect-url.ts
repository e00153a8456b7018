/** Where Slack sends people back to; the app's settings must name it. */
export function redirectUrl(baseUrl: string): string {
  return `${baseUrl}/slack/oauth_redirect`
}
