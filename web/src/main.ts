import { createApp } from 'vue'
import App from './App.vue'
import { loadSession } from './shared/session'
import { router } from './router'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

void loadSession().then(() => createApp(App).use(router).mount('#app'))
