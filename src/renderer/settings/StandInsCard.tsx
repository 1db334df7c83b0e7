import { ActionIcon, Select } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useAccounts } from '../accounts/useAccounts.ts'
import { Icon } from '../components/Icon.tsx'
import { useWords } from '../language/words.ts'
import { move } from './stand-ins.ts'
import { useSetSettings } from './useSetSettings.ts'

/** The accounts that stand in, in order, when one definitely did not take a text. Empty unless the business wants it. */
export function StandInsCard({ order }: { order: readonly string[] }) {
  const words = useWords('sending')
  const accounts = useAccounts()
  const set = useSetSettings()
  const list = useRef<HTMLOListElement>(null)
  const [moved, setMoved] = useState<{ id: string; step: -1 | 1 } | null>(null)
  const [spoken, setSpoken] = useState('')
  const all = accounts.data ?? []
  // One that was removed stands in no more.
  const chosen = order.flatMap((id) => all.find((account) => account.id === id) ?? [])
  const others = all.filter((account) => !order.includes(account.id))
  const ids = chosen.map(({ id }) => id)
  const place = moved === null ? -1 : ids.indexOf(moved.id)

  // A row that is moved keeps the focus, on the same button where that can still be pressed.
  useEffect(() => {
    if (moved === null || place < 0) return
    const row = list.current?.children[place]
    const wanted = row?.querySelector<HTMLElement>(`[data-step="${moved.step}"]:not(:disabled)`)
    ;(wanted ?? row?.querySelector<HTMLElement>('[data-step]:not(:disabled)'))?.focus()
  }, [moved, place])

  function step(index: number, by: -1 | 1): void {
    const account = chosen[index]
    if (account === undefined) return
    set.mutate(
      { failoverOrder: move(ids, index, by) },
      {
        onSuccess: () => {
          setMoved({ id: account.id, step: by })
          setSpoken(words('standIns.moved', { name: account.name, place: index + by + 1 }))
        },
      },
    )
  }

  return (
    <section className="settings-card" aria-labelledby="stand-ins-title">
      <h3 id="stand-ins-title">{words('standIns.title')}</h3>
      <p className="sec">{words('standIns.intro')}</p>
      {chosen.length === 0 ? null : (
        <ol className="stand-ins" ref={list}>
          {chosen.map((account, index) => (
            <li key={account.id}>
              <span className="stand-in-place num" aria-hidden="true">
                {index + 1}.
              </span>
              <span className="stand-in-name people-line">{account.name}</span>
              <span className="sec">{account.name === account.providerName ? '' : account.providerName}</span>
              <span className="grow" />
              <ActionIcon
                data-step={-1}
                aria-label={words('standIns.up', { name: account.name })}
                disabled={index === 0 || set.isPending}
                onClick={() => step(index, -1)}
              >
                <Icon name="arrowUp" size={16} />
              </ActionIcon>
              <ActionIcon
                data-step={1}
                aria-label={words('standIns.down', { name: account.name })}
                disabled={index === chosen.length - 1 || set.isPending}
                onClick={() => step(index, 1)}
              >
                <Icon name="arrowDown" size={16} />
              </ActionIcon>
              <ActionIcon
                aria-label={words('standIns.remove', { name: account.name })}
                onClick={() => set.mutate({ failoverOrder: ids.filter((id) => id !== account.id) })}
              >
                <Icon name="close" size={16} />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      {others.length === 0 ? (
        chosen.length === 0 ? (
          <p className="settings-aside">{words('noAccount')}</p>
        ) : null
      ) : (
        <Select
          className="stand-in-add"
          aria-label={words('standIns.add')}
          placeholder={chosen.length === 0 ? words('standIns.addFirst') : words('standIns.addAnother')}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(id) => {
            if (id !== null) set.mutate({ failoverOrder: [...ids, id] })
          }}
        />
      )}
      {chosen.length === 1 && others.length === 0 ? <p className="settings-aside">{words('standIns.onlyOne')}</p> : null}
      <output className="visually-hidden">{spoken}</output>
    </section>
  )
}
