import { defineMessages } from '@/shared/i18n'

export const messages = defineMessages({
  zh: {
    'field.missing': '请填写',
    'field.kept': '{filled} 条已填，{blank} 条未填。在这里填写会写入全部；留空则各条保留原有内容。',
    evidence: '这一步必须提交',
    'evidence.together': '这一步必须提交；提交一次，{count} 条记录共用',
    'evidence.missing': '请提交文件',
    reason: '原因',
    'reason.help': '会记入经过',
    'reason.help.together': '会记入每条记录的经过',
    'reason.missing': '请填写原因',
  },
  en: {
    'field.missing': 'Fill this in',
    'field.kept': '{filled} filled in, {blank} not. What you fill in here goes to all; left empty, each keeps what it holds.',
    evidence: 'must come with this step',
    'evidence.together': 'must come with this step; handed in once for all {count} records',
    'evidence.missing': 'Hand in a file',
    reason: 'Reason',
    'reason.help': 'Goes into the history',
    'reason.help.together': 'Goes into the history of each record',
    'reason.missing': 'Give a reason',
  },
})
