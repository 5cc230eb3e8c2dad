import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { queryOf, viewOf, type TableView } from './table'

/** The view of the table on this page, read from the address and written back to it. */
export function useTableView(usual: TableView): { view: ComputedRef<TableView>; change(part: Partial<TableView>): void } {
  const route = useRoute()
  const router = useRouter()
  const view = computed(() => viewOf(route.query, usual))

  function change(part: Partial<TableView>): void {
    void router.replace({ query: queryOf({ ...view.value, ...part }, usual, route.query), hash: route.hash })
  }
  return { view, change }
}
