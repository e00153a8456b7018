import { workOffline } from './browser/app.ts'
import { goToThanks } from './browser/thanks.ts'
import { gatherFiles } from './browser/hand-in-files.ts'
import { forgetOnLeaving } from './browser/remembered-uploads.ts'
import { showPictures } from './browser/preview-dialog.ts'
import { offerPush } from './browser/push-offer.ts'
import { showPasswords } from './browser/show-password.ts'
import { nameZoneElsewhere } from './browser/zone-note.ts'

// Pages are complete without any of this; each behaviour finds its own place by attributes that the server wrote.
gatherFiles()
showPictures()
goToThanks()
nameZoneElsewhere()
showPasswords()
forgetOnLeaving()
offerPush()
workOffline()
