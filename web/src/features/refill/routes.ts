import type { RouteRecordRaw } from 'vue-router'

/** The pages of forms from above. */
export const refillRoutes: RouteRecordRaw[] = [
  {
    path: '/superior-forms',
    component: () => import('./FormsPage.vue'),
    meta: { title: 'superior-forms', roles: ['COORDINATOR'] },
  },
  {
    path: '/superior-forms/:id',
    component: () => import('./FormPage.vue'),
    props: true,
    meta: { title: 'superior-forms', roles: ['COORDINATOR'] },
  },
]
