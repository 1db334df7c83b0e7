import { ActionIcon, Menu } from '@mantine/core'
import { useState } from 'react'
import { ownZone } from '../../../shared/time/wall-time.ts'
import { ChooseTime, type ChosenTime } from '../../components/ChooseTime.tsx'
import type { Keeper } from '../../components/keeper.ts'
import { Icon } from '../../components/Icon.tsx'
import { laterChoices } from '../../components/later.ts'
import { useNow } from '../../components/useNow.ts'
import { zoneName } from '../../components/zones.ts'
import { useTimes } from '../../language/times.ts'
import { useWords } from '../../language/words.ts'

/** The button beside Send: usual times with one click, any other through a dialog. `to` is the recipient where there is just one. */
export function SendLater({
  disabled,
  to,
  keeper,
  onChoose,
}: {
  disabled: boolean
  to: string | null
  /** The provider, where it can keep texts until their time. */
  keeper: Keeper | null
  onChoose: (chosen: ChosenTime) => void
}) {
  const words = useWords('composer')
  const [asking, setAsking] = useState(false)
  return (
    <>
      {/* Beside its button in the page, so that it belongs to a landmark; above the head of a dialog it may open in. */}
      <Menu position="top-end" withinPortal={false} zIndex={1_001} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon
            variant="default"
            className="send-later"
            disabled={disabled}
            aria-label={words('later.title')}
            title={words('later.title')}
          >
            <Icon name="clock" size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <UsualTimes onChoose={onChoose} />
          <Menu.Divider />
          <Menu.Item onClick={() => setAsking(true)}>{words('later.other')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChooseTime
        opened={asking}
        title={words('later.title')}
        to={to}
        asksLimit
        keeper={keeper}
        onChoose={(chosen) => {
          setAsking(false)
          onChoose(chosen)
        }}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}

function UsualTimes({ onChoose }: { onChoose: (chosen: ChosenTime) => void }) {
  const now = useNow()
  const words = useWords('composer')
  const chooseTime = useWords('chooseTime')
  const { clock } = useTimes()
  return (
    <>
      <Menu.Label>{words('later.zone', { zone: zoneName(ownZone()) })}</Menu.Label>
      {laterChoices(chooseTime, now).map(({ label, at, wall }) => (
        <Menu.Item
          key={label}
          rightSection={<span className="mut num">{clock(at)}</span>}
          onClick={() => onChoose({ schedule: wall, validUntil: null, keptByProvider: false })}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  )
}
