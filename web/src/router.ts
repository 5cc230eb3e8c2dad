import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import type { Role } from './api/types'
import { countersignRoutes } from './features/countersign/routes'
import { refillRoutes } from './features/refill/routes'
import { account, hasRole } from './shared/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name among the shell's messages. */
    title: 'home' | 'plans' | 'work-sources' | 'duties' | 'close-out-lists' | 'round-ups' | 'countersigns' | 'superior-forms' | 'registers' | 'organisations' | 'accounts' | 'audit' | 'templates' | 'patterns' | 'sign-in' | 'answer' | 'missing.title'
    /** Open to people who have not signed in. */
    open?: boolean
    /** Shown without the ways to other pages, for people who have no account. */
    alone?: boolean
    /** Who may see it; everybody signed in where it is left out. */
    roles?: Role[]
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: () => (hasRole('COORDINATOR', 'OFFICER') ? '/home' : '/plans') },
  {
    path: '/home/:view?',
    component: () => import('./features/home/HomePage.vue'),
    props: true,
    meta: { title: 'home', roles: ['COORDINATOR', 'OFFICER'] },
  },
  {
    path: '/sign-in',
    component: () => import('./features/access/SignInPage.vue'),
    meta: { title: 'sign-in', open: true },
  },
  {
    path: '/welcome/:token',
    component: () => import('./features/access/WelcomePage.vue'),
    props: true,
    meta: { title: 'sign-in', open: true },
  },
  {
    // A one-time link: its token stands behind the #, which browsers keep to themselves.
    path: '/answer',
    component: () => import('./features/link/AnswerPage.vue'),
    meta: { title: 'answer', open: true, alone: true },
  },
  { path: '/plans', component: () => import('./features/plan/PlansPage.vue'), meta: { title: 'plans' } },
  {
    path: '/plans/:id',
    component: () => import('./features/plan/PlanPage.vue'),
    props: true,
    meta: { title: 'plans' },
  },
  {
    path: '/plans/drafts/:id',
    component: () => import('./features/plan/review/ReviewPage.vue'),
    props: true,
    meta: { title: 'plans', roles: ['COORDINATOR'] },
  },
  {
    path: '/plans/:id/correct',
    component: () => import('./features/plan/correct/CorrectPage.vue'),
    props: true,
    meta: { title: 'plans', roles: ['COORDINATOR'] },
  },
  {
    path: '/plans/:id/goals',
    component: () => import('./features/plan/overview/GoalsPage.vue'),
    props: true,
    meta: { title: 'plans' },
  },
  {
    path: '/plans/:id/tasks',
    component: () => import('./features/plan/overview/TasksPage.vue'),
    props: true,
    meta: { title: 'plans' },
  },
  {
    path: '/plans/:id/organisations',
    component: () => import('./features/plan/overview/OrganisationsPage.vue'),
    props: true,
    meta: { title: 'plans' },
  },
  {
    path: '/plans/:id/organisations/:name',
    component: () => import('./features/plan/overview/OrganisationPage.vue'),
    props: true,
    meta: { title: 'plans' },
  },
  {
    path: '/plans/:id/names',
    component: () => import('./features/plan/names/NamesPage.vue'),
    props: true,
    meta: { title: 'plans' },
  },
  {
    path: '/plans/:id/matrix',
    component: () => import('./features/plan/overview/MatrixPage.vue'),
    props: true,
    meta: { title: 'plans' },
  },
  {
    path: '/plans/:id/decomposition',
    component: () => import('./features/plan/decomposition/DecompositionPage.vue'),
    props: true,
    meta: { title: 'plans' },
  },
  {
    path: '/plans/:id/decomposition/comments',
    component: () => import('./features/plan/decomposition/RoundsPage.vue'),
    props: true,
    meta: { title: 'plans' },
  },
  {
    path: '/work-sources',
    component: () => import('./features/plan/source/SourcesPage.vue'),
    meta: { title: 'work-sources' },
  },
  {
    path: '/work-sources/:id',
    component: () => import('./features/plan/source/SourcePage.vue'),
    props: true,
    meta: { title: 'work-sources' },
  },
  {
    path: '/plans/:id/decomposition/table',
    component: () => import('./features/plan/decomposition/sheet/ReturnedTablePage.vue'),
    props: true,
    meta: { title: 'plans', roles: ['COORDINATOR'] },
  },
  {
    path: '/plans/:id/calendar',
    component: () => import('./features/plan/overview/CalendarPage.vue'),
    props: true,
    meta: { title: 'plans' },
  },
  {
    path: '/plans/:id/versions',
    component: () => import('./features/plan/versions/VersionsPage.vue'),
    props: true,
    meta: { title: 'plans' },
  },
  {
    path: '/duties',
    component: () => import('./features/duty/DutiesPage.vue'),
    meta: { title: 'duties', roles: ['COORDINATOR', 'OFFICER'] },
  },
  {
    path: '/duties/close-out-lists',
    component: () => import('./features/closeout/ListsPage.vue'),
    meta: { title: 'close-out-lists', roles: ['COORDINATOR', 'OFFICER'] },
  },
  {
    path: '/duties/close-out-lists/:id',
    component: () => import('./features/closeout/ListPage.vue'),
    props: true,
    meta: { title: 'close-out-lists', roles: ['COORDINATOR', 'OFFICER'] },
  },
  {
    path: '/round-ups',
    component: () => import('./features/round/RoundsPage.vue'),
    meta: { title: 'round-ups', roles: ['COORDINATOR', 'OFFICER'] },
  },
  {
    path: '/round-ups/reminders',
    component: () => import('./features/reminder/RemindersPage.vue'),
    meta: { title: 'round-ups', roles: ['COORDINATOR'] },
  },
  {
    path: '/round-ups/reminders/settings',
    component: () => import('./features/reminder/ReminderSettingsPage.vue'),
    meta: { title: 'round-ups', roles: ['COORDINATOR'] },
  },
  {
    path: '/round-ups/:id',
    component: () => import('./features/round/RoundPage.vue'),
    props: true,
    meta: { title: 'round-ups', roles: ['COORDINATOR', 'OFFICER'] },
  },
  ...countersignRoutes,
  ...refillRoutes,
  { path: '/registers', component: () => import('./features/register/RegistersPage.vue'), meta: { title: 'registers' } },
  {
    path: '/registers/new-definition',
    component: () => import('./features/register/definition/DefinitionPage.vue'),
    meta: { title: 'registers', roles: ['COORDINATOR', 'ADMINISTRATOR'] },
  },
  {
    path: '/registers/ledger',
    component: () => import('./features/register/ledger/LedgerPage.vue'),
    meta: { title: 'registers', roles: ['COORDINATOR'] },
  },
  {
    path: '/registers/:register',
    component: () => import('./features/register/list/RegisterPage.vue'),
    props: true,
    meta: { title: 'registers' },
  },
  {
    path: '/registers/:register/definition',
    component: () => import('./features/register/definition/DefinitionPage.vue'),
    props: true,
    meta: { title: 'registers' },
  },
  {
    path: '/registers/:register/new',
    component: () => import('./features/register/form/RecordFormPage.vue'),
    props: true,
    meta: { title: 'registers', roles: ['COORDINATOR', 'OFFICER'] },
  },
  {
    path: '/registers/:register/import/:id?',
    component: () => import('./features/register/import/ImportPage.vue'),
    props: true,
    meta: { title: 'registers', roles: ['COORDINATOR', 'OFFICER'] },
  },
  {
    path: '/registers/:register/records/:id',
    component: () => import('./features/register/record/RecordPage.vue'),
    props: true,
    meta: { title: 'registers' },
  },
  {
    path: '/registers/:register/records/:id/edit',
    component: () => import('./features/register/form/RecordFormPage.vue'),
    props: true,
    meta: { title: 'registers', roles: ['COORDINATOR', 'OFFICER'] },
  },
  {
    path: '/organisations',
    component: () => import('./features/organisation/OrganisationsPage.vue'),
    meta: { title: 'organisations' },
  },
  {
    path: '/organisations/regions',
    component: () => import('./features/organisation/RegionsPage.vue'),
    meta: { title: 'organisations' },
  },
  {
    path: '/organisations/functions',
    component: () => import('./features/register/functions/FunctionsPage.vue'),
    meta: { title: 'organisations' },
  },
  {
    path: '/organisations/:id',
    component: () => import('./features/organisation/OrganisationPage.vue'),
    props: true,
    meta: { title: 'organisations' },
  },
  {
    path: '/accounts',
    component: () => import('./features/access/AccountsPage.vue'),
    meta: { title: 'accounts', roles: ['ADMINISTRATOR', 'SECURITY_OFFICER'] },
  },
  {
    path: '/templates',
    component: () => import('./features/template/TemplatesPage.vue'),
    meta: { title: 'templates', roles: ['COORDINATOR', 'OFFICER'] },
  },
  {
    path: '/audit',
    component: () => import('./features/audit/AuditPage.vue'),
    meta: { title: 'audit', roles: ['AUDITOR'] },
  },
  { path: '/patterns', component: () => import('./features/patterns/PatternsPage.vue'), meta: { title: 'patterns', open: true } },
  {
    path: '/:path(.*)*',
    component: () => import('./features/shell/MissingPage.vue'),
    meta: { title: 'missing.title', open: true },
  },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  // A hash names a task, and the plan page itself goes there once its text is laid out.
  scrollBehavior: (to, from, saved) => (to.path === from.path ? undefined : (saved ?? { top: 0 })),
})

router.beforeEach((to) => {
  if (to.meta.open === true || account.value !== undefined) return true
  return { path: '/sign-in', query: to.fullPath === '/plans' || to.fullPath === '/home' ? {} : { next: to.fullPath } }
})
