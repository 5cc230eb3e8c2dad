import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import EvidenceField from '@/features/document/EvidenceField.vue'
import { chooseLanguage } from '@/shared/i18n'
import type { RegisterField } from '../types'
import FieldInput from './FieldInput.vue'

afterEach(() => vi.unstubAllGlobals())

it('is no value while a file is on its way, so that nobody saves without it', async () => {
  chooseLanguage('zh')
  vi.stubGlobal('fetch', async () => Response.json([]))
  const field = { id: 'roster', label: '签到表', type: 'evidence', required: false } as unknown as RegisterField
  const page = mount(FieldInput, { props: { field, regions: [], organisations: [], modelValue: undefined } })
  await flushPromises()
  const evidence = page.getComponent(EvidenceField)
  evidence.vm.$emit('busy', true)
  evidence.vm.$emit('busy', false)
  expect(page.emitted('fault')).toEqual([['文件还在上传，传完再保存'], [undefined]])
})
