import type { RouteRecordRaw } from 'vue-router'

/** The page of what waits to be countersigned. */
export const countersignRoutes: RouteRecordRaw[] = [
  {
    path: '/countersigns',
    component: () => import('./ToSignPage.vue'),
    meta: { title: 'countersigns', roles: ['COORDINATOR', 'OFFICER'] },
  },
]
