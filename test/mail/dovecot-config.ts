import { execFileSync } from 'node:child_process'

export type DovecotConfig = {
  folder: string
  /** As whom it runs. */
  uid: number
  gid: number
  imapPort: number
  lmtpPort: number
  /** Where access tokens are looked up; users log in by password if not said. */
  tokenInfoUrl?: string
  /** What it says it can do; all it can if not said. */
  capability?: string
  /** Paths of a certificate and its key, with which it talks TLS: on a port of its own, and by STARTTLS. */
  tls?: { cert: string; key: string; port: number }
}

/** The configuration of a Dovecot 2.3 that whoever runs it may start: on loopback, everything below one folder. */
export function dovecotConfig(how: DovecotConfig): string {
  const { folder, uid, gid, imapPort, lmtpPort, tokenInfoUrl, capability, tls } = how
  const name = (flag: '-un' | '-gn') => execFileSync('id', [flag, String(uid)], { encoding: 'utf8' }).trim()
  const passwords = `passdb {\n  driver = passwd-file\n  args = scheme=PLAIN ${folder}/passwords\n}`
  const tokens = `auth_mechanisms = plain xoauth2
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${folder}/oauth2.conf
}`
  return `protocols = imap lmtp
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
${tls ? `ssl = yes\nssl_cert = <${tls.cert}\nssl_key = <${tls.key}` : 'ssl = no'}
disable_plaintext_auth = no
auth_failure_delay = 0
auth_cache_size = 0
default_internal_user = ${name('-un')}
default_internal_group = ${name('-gn')}
default_login_user = ${name('-un')}
first_valid_uid = ${uid}
mail_location = maildir:${folder}/mail/%u
mail_max_userip_connections = 100
recipient_delimiter = +
lmtp_save_to_detail_mailbox = no
shutdown_clients = yes
${capability ? `imap_capability = ${capability}` : ''}
${tokenInfoUrl ? tokens : passwords}
userdb {
  driver = static
  args = allow_all_users=yes uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = ${tls?.port ?? 0}
    ssl = yes
  }
}
service lmtp {
  chroot =
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
`
}

/** Of `oauth2.conf`: a token is good when the address answers with whose it is. */
export function oauthConfig(tokenInfoUrl: string): string {
  return `tokeninfo_url = ${tokenInfoUrl}
introspection_mode = auth
username_attribute = email
username_format = %u
active_attribute = active
active_value = true
`
}
