import { ExplorerSkeleton } from "#components/explorer/explorer-skeleton.tsx";

export default function Loading() {
  return <ExplorerSkeleton />;
}
