import { defineMessages } from '@/shared/i18n'

export const messages = defineMessages({
  zh: {
    title: '单位',
    lead: '方案里点到的部门、乡镇和其他单位，别名指同一家。',
    add: '添加单位',
    empty: '还没有单位',
    'empty.advice.administrator': '点“添加单位”，先录入本级的部门和乡镇，账号按单位邀请。',
    'empty.advice': '单位由系统管理员录入。',
    name: '名称',
    'name.help': '全称，照方案里的写法。',
    region: '地区',
    'region.help': '单位所在的行政区。',
    aliases: '别名',
    'aliases.help': '简称、旧称，用顿号或逗号隔开，可以不填。',
    incomplete: '请填写名称并选择地区。',
    submit: '添加',
    separator: '、',
  },
  en: {
    title: 'Organisations',
    lead: 'Departments, townships and others that plans name; aliases mean the same one.',
    add: 'Add an organisation',
    empty: 'There is no organisation yet',
    'empty.advice.administrator':
      'Choose “Add an organisation” and begin with the departments and townships; accounts are invited per organisation.',
    'empty.advice': 'The administrator adds organisations.',
    name: 'Name',
    'name.help': 'In full, as plans write it.',
    region: 'Region',
    'region.help': 'The region it belongs to.',
    aliases: 'Aliases',
    'aliases.help': 'Short and former names, separated by commas; may stay empty.',
    incomplete: 'Fill in the name and choose a region.',
    submit: 'Add',
    separator: ', ',
  },
})
