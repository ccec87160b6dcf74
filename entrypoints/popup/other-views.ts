import { later } from '../../components/later';

/** What is not needed for the first code. */
export const AccountView = later(() => import('./AccountView').then((file) => file.AccountView));
export const AddView = later(() => import('./AddView').then((file) => file.AddView));
export const KeepOpenView = later(() => import('./KeepOpenView').then((file) => file.KeepOpenView));
export const FoundCard = later(() => import('./FoundCard').then((file) => file.FoundCard));
export const SavedCard = later(() => import('./SavedCard').then((file) => file.SavedCard));
export const SameCard = later(() => import('./MoreCards').then((file) => file.SameCard));
export const TogetherCard = later(() => import('./MoreCards').then((file) => file.TogetherCard));
export const ReportCard = later(() => import('./MoreCards').then((file) => file.ReportCard));

/** While the person reads: each of them is there when it is asked for. */
export function fetchOtherViews(): void {
  for (const view of [AccountView, AddView, FoundCard, SavedCard, SameCard]) void view.fetch();
}
