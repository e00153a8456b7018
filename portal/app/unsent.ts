/**
 * What a page is written from and no browser reads. A page is complete as the server writes it, yet Remix writes all that
 * loaders give a second time, for a browser that would take the page over; of this it finds nothing to write.
 */
export class Unsent<T> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  get value(): T {
    return this.#value
  }
}
