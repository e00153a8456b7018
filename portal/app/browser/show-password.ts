/** Lets a reader see the password they are typing; shown only where scripts run. */
export function showPasswords(): void {
  for (const choice of document.querySelectorAll<HTMLElement>('[data-show-password]')) {
    const field = document.getElementById(choice.dataset.showPassword ?? '')
    const box = choice.querySelector('input')
    if (!(field instanceof HTMLInputElement) || !box) continue
    choice.hidden = false
    box.addEventListener('change', () => {
      field.type = box.checked ? 'text' : 'password'
    })
  }
}
