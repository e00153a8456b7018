/** What an office needs that takes mail in behind a firm's own server. */
export const mailSettings = {
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'Estudio Rojas <avisos@estudio.example>',
  REPLY_ADDRESS: 'casos@estudio.example',
  MAIL_LISTEN: 'smtp://127.0.0.1:2525',
  TRUSTED_AUTHSERV_ID: 'mx.estudio.example',
}
