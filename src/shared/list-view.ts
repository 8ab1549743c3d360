export const sorts = ['attention', 'longest', 'name'] as const;
export type Sort = (typeof sorts)[number];

/** How the user wants the list of agents. */
export interface ListView {
  readonly sort: Sort;
  readonly isGrouped: boolean;
  /** Ids of the groups whose agents are folded away, `noGroupId` among them. */
  readonly collapsed: readonly string[];
}

/** Stands for the agents in no group; no group can have it. */
export const noGroupId = '';

export const defaultListView: ListView = { sort: 'attention', isGrouped: false, collapsed: [] };
