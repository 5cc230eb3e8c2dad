import { DOMWrapper, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import FormDialog from './FormDialog.vue'
import { chooseLanguage } from './i18n'

/** A dialog is drawn some turns after it was asked for, beside its component rather than in it. */
async function dialog() {
  const slots = { default: '<input name="name" />' }
  const page = mount(FormDialog, { props: { title: 'Add', submitLabel: 'Add' }, slots, attachTo: document.body })
  await flushPromises()
  const drawn = new DOMWrapper(document.body)
  const cancel = drawn.findAll('button').find((button) => button.text() === 'Cancel')
  return { page, cancel, input: drawn.get('input') }
}

beforeEach(() => chooseLanguage('en'))
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

it('asks before it drops what was typed', async () => {
  const confirm = vi.fn(() => false)
  vi.stubGlobal('confirm', confirm)
  const { page, cancel, input } = await dialog()
  await input.setValue('typed')
  await cancel?.trigger('click')
  expect(confirm).toHaveBeenCalledOnce()
  expect(page.emitted('close')).toBeUndefined()
})

it('closes without a question where nothing was typed', async () => {
  const { page, cancel } = await dialog()
  await cancel?.trigger('click')
  expect(page.emitted('close')).toHaveLength(1)
})

it('does not close while it is sent', async () => {
  const { page, cancel, input } = await dialog()
  await page.setProps({ sending: true })
  await cancel?.trigger('click')
  await input.trigger('keydown', { key: 'Escape', code: 'Escape' })
  expect(page.emitted('close')).toBeUndefined()
})

it('is sent with Ctrl+S, from a field or from anywhere, until it is closed', async () => {
  const { page, input } = await dialog()
  await input.trigger('keydown', { key: 's', ctrlKey: true })
  await new DOMWrapper(document.body).trigger('keydown', { key: 's', ctrlKey: true })
  const sent = page.emitted('submit')
  expect(sent).toHaveLength(2)
  page.unmount()
  await new DOMWrapper(document.body).trigger('keydown', { key: 's', ctrlKey: true })
  expect(sent).toHaveLength(2)
})

it('leaves Ctrl+S to a dialog that lies over it', async () => {
  const { page } = await dialog()
  document.body.insertAdjacentHTML('beforeend', '<div role="dialog"><input name="over" /></div>')
  await new DOMWrapper(document.body).get('[name=over]').trigger('keydown', { key: 's', ctrlKey: true })
  expect(page.emitted('submit')).toBeUndefined()
})

it.each(['sending', 'lacking'] as const)('is not sent while it is %s, by no way', async (why) => {
  const { page, input } = await dialog()
  async function tryAll(): Promise<void> {
    await input.trigger('keydown', { key: 's', ctrlKey: true })
    await new DOMWrapper(document.body).get('form').trigger('submit')
    page.vm.send()
  }
  await page.setProps({ [why]: true })
  await tryAll()
  expect(page.emitted('submit')).toBeUndefined()
  await page.setProps({ [why]: false })
  await tryAll()
  expect(page.emitted('submit')).toHaveLength(3)
})
