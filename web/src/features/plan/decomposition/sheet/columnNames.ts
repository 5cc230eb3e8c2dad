import { defineMessages } from '@/shared/i18n'

/** What the fields of a table are called, as the server writes them over its columns. */
export const columnNames = defineMessages({
  zh: {
    CODE: '编号',
    HEADING: '章节',
    TASK: '任务',
    SENTENCE: '措施',
    ORGANISATION: '承办单位',
    ROLE: '角色',
    WORK: '具体工作',
    STANDARD: '完成标准',
    DEADLINE: '时限',
    YEARS: '年度安排',
    MILESTONES: '时间节点',
    DELIVERABLES: '成果',
    LEADER: '责任领导',
    PERSON: '责任人',
    LIAISON: '联系人',
    TELEPHONE: '联系电话',
    LEADING: '牵头单位（可多家）',
    RESPONSIBLE: '责任单位（可多家）',
    PARTICIPATING: '配合单位（可多家）',
    IMPLEMENTING: '落实单位（可多家）',
    NUMBER: '序号',
    REMARK: '备注',
    STAMP: '版本',
  },
  en: {
    CODE: 'Code',
    HEADING: 'Chapter',
    TASK: 'Task',
    SENTENCE: 'Action',
    ORGANISATION: 'Organisation',
    ROLE: 'Role',
    WORK: 'Work',
    STANDARD: 'Done when',
    DEADLINE: 'Deadline',
    YEARS: 'By year',
    MILESTONES: 'Milestones',
    DELIVERABLES: 'Deliverables',
    LEADER: 'Leader responsible',
    PERSON: 'Person responsible',
    LIAISON: 'Liaison',
    TELEPHONE: 'Telephone',
    LEADING: 'Lead (several)',
    RESPONSIBLE: 'Responsible (several)',
    PARTICIPATING: 'Participants (several)',
    IMPLEMENTING: 'Implementers (several)',
    NUMBER: 'Row number',
    REMARK: 'Remark',
    STAMP: 'Version',
  },
})

export type Field = keyof (typeof columnNames)['zh']
export type SayColumn = (field: Field) => string

/** The fields that a person may say of a column. */
export const FIELDS = Object.keys(columnNames.zh) as Field[]
