import { defineMessages } from '@/shared/i18n'

export const messages = defineMessages({
  zh: {
    'find.open': '查找',
    'find.open.help': '在正文中查找，快捷键 / 或 Ctrl+F',
    'find.title': '在正文中查找',
    'find.words': '查找',
    'find.keys': 'Enter 或 F3 下一处，Shift+Enter 或 Shift+F3 上一处，Esc 关闭；再按 Ctrl+F 用浏览器的查找',
    'find.at': '{at} / {count}',
    'find.count': '共 {count} 处',
    'find.none': '没有找到',
    'find.previous': '上一处',
    'find.next': '下一处',
    'find.close': '关闭',
  },
  en: {
    'find.open': 'Find',
    'find.open.help': 'Find in the text; / or Ctrl+F does it too',
    'find.title': 'Find in the text',
    'find.words': 'Find',
    'find.keys': 'Enter or F3 goes on, Shift+Enter or Shift+F3 goes back, Esc closes; Ctrl+F once more is the browser’s own search',
    'find.at': '{at} / {count}',
    'find.count': '{count} in all',
    'find.none': 'Not found',
    'find.previous': 'Previous',
    'find.next': 'Next',
    'find.close': 'Close',
  },
})
