import { ActionIcon, Menu } from '@mantine/core'
import { useAccounts } from '../../accounts/useAccounts.ts'
import { goTo } from '../../app/routes.ts'
import { useUiState, type InboxTab } from '../../app/uiState.tsx'
import { Icon, type IconName } from '../../components/Icon.tsx'
import { asUnseen } from '../../language/asUnseen.tsx'
import { useWords } from '../../language/words.ts'
import { LabelDot } from '../labels/LabelChip.tsx'
import { useLabels, useLabelsById } from '../labels/useLabels.ts'

/** Filters beside the tabs: a label, an account, and what is archived. */
export function FilterMenu({ tab }: { tab: InboxTab }) {
  const words = useWords('inbox')
  const { labelId, accountId } = useUiState((state) => state.inboxFilter)
  const setFilter = useUiState((state) => state.setInboxFilter)
  const setTab = useUiState((state) => state.setInboxTab)
  const labels = useLabels() ?? []
  const accounts = useAccounts().data ?? []
  const active = labelId !== null || accountId !== null || tab === 'archived'
  return (
    <Menu
      position="bottom-end"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      menuItemTabIndex={0}
      classNames={{ dropdown: 'inbox-filter-menu' }}
    >
      <Menu.Target>
        <ActionIcon aria-label={words('filter.button')} data-active={active || undefined} className="inbox-filter-button">
          <Icon name="funnel" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Choice chosen={tab === 'archived'} icon="archive" onChoose={() => setTab(tab === 'archived' ? 'all' : 'archived')}>
          {words('filter.archived')}
        </Choice>
        <Menu.Label>{words('filter.label')}</Menu.Label>
        {labels.map(({ id, name, colour }) => (
          <Choice
            key={id}
            chosen={id === labelId}
            mark={<LabelDot colour={colour} />}
            onChoose={() => setFilter({ labelId: id === labelId ? null : id })}
          >
            <bdi>{name}</bdi>
          </Choice>
        ))}
        <Menu.Item leftSection={<Icon name="plus" size={16} />} onClick={() => goTo('settings', 'labels')}>
          {words(labels.length === 0 ? 'filter.makeLabel' : 'filter.changeLabels')}
        </Menu.Item>
        {accounts.length < 2 ? null : (
          <>
            <Menu.Label>{words('filter.account')}</Menu.Label>
            {accounts.map(({ id, name }) => (
              <Choice
                key={id}
                chosen={id === accountId}
                icon="phone"
                onChoose={() => setFilter({ accountId: id === accountId ? null : id })}
              >
                <bdi>{name}</bdi>
              </Choice>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function Choice({
  chosen,
  icon,
  mark,
  onChoose,
  children,
}: {
  chosen: boolean
  icon?: IconName
  mark?: React.ReactNode
  onChoose: () => void
  children: React.ReactNode
}) {
  const words = useWords('inbox')
  return (
    <Menu.Item
      leftSection={<span className="inbox-filter-mark">{icon === undefined ? mark : <Icon name={icon} size={16} />}</span>}
      rightSection={chosen ? <Icon name="check" size={16} /> : null}
      onClick={onChoose}
    >
      {chosen ? words.rich('filter.on', { choice: () => children, unseen: asUnseen }) : children}
    </Menu.Item>
  )
}

/** The filters that narrow the list now, each with a button that takes it off. */
export function ActiveFilters({ tab }: { tab: InboxTab }) {
  const words = useWords('inbox')
  const { labelId, accountId } = useUiState((state) => state.inboxFilter)
  const setFilter = useUiState((state) => state.setInboxFilter)
  const setTab = useUiState((state) => state.setInboxTab)
  const label = useLabelsById().get(labelId ?? '')
  const account = useAccounts().data?.find(({ id }) => id === accountId)
  if (tab === 'settle' || (tab !== 'archived' && labelId === null && accountId === null)) return null
  return (
    <ul className="inbox-active-filters" aria-label={words('filter.active')}>
      {tab === 'archived' ? (
        <ActiveFilter name={words('filter.archived')} onRemove={() => setTab('all')}>
          <Icon name="archive" size={14} />
        </ActiveFilter>
      ) : null}
      {labelId === null ? null : (
        <ActiveFilter name={label?.name ?? words('filter.labelGone')} onRemove={() => setFilter({ labelId: null })}>
          <LabelDot colour={label?.colour ?? 'grey'} />
        </ActiveFilter>
      )}
      {accountId === null ? null : (
        <ActiveFilter name={account?.name ?? words('filter.accountGone')} onRemove={() => setFilter({ accountId: null })}>
          <Icon name="phone" size={14} />
        </ActiveFilter>
      )}
    </ul>
  )
}

function ActiveFilter({ name, onRemove, children }: { name: string; onRemove: () => void; children: React.ReactNode }) {
  const words = useWords('inbox')
  return (
    <li>
      <button type="button" className="inbox-active-filter" aria-label={words('filter.takeOff', { name })} onClick={onRemove}>
        {children}
        <bdi className="people-line">{name}</bdi>
        <Icon name="close" size={13} />
      </button>
    </li>
  )
}
