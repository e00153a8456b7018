import { useWords } from '../frame.ts'

/** In which `browser/preview-dialog.ts` shows pictures; once on each page that has some. */
export function PictureDialog() {
  const { file } = useWords()
  return (
    <template id="picture-dialog">
      <dialog className="picture" data-part="dialog" aria-labelledby="picture-name">
        <div className="picture-head">
          <p className="file-name" id="picture-name" />
          <a className="button plain" href="/">
            {file.download}
          </a>
          <button type="button" className="button">
            {file.close}
          </button>
        </div>
        <img alt="" />
        <p className="problem" role="alert" hidden>
          {file.trouble}
        </p>
      </dialog>
    </template>
  )
}
