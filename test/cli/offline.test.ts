import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temp-folder.ts'
import { runProcess, runJson } from './run-cli.ts'

function jsonFile(content: unknown): string {
  const path = join(temporaryFolder(), 'input.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('segments', () => {
  test('counts a text', async () => {
    expect(await runJson(['segments', 'It’s 5 €'])).toEqual({
      code: 0,
      stderr: '',
      answer: {
        encoding: 'UCS-2',
        units: 8,
        segments: 1,
        segmentUnits: [8],
        remaining: 62,
        offenders: [{ char: '’', index: 2, suggestion: "'" }],
      },
    })
  })

  test('counts the texts of a file, in their order', async () => {
    const texts = ['', 'a', '€'.repeat(153), '- dash']
    const { code, answer } = await runJson(['segments', '--file', jsonFile(texts)])
    expect(code).toBe(0)
    expect(answer).toMatchObject([{ segments: 0 }, { units: 1 }, { segmentUnits: [152, 152, 2] }, { units: 6 }])
  })

  test('answers thousands of texts whole through a pipe', async () => {
    const texts = Array.from({ length: 5_000 }, (_, index) => `text ${index} … `.repeat(20))
    const { answer } = await runJson(['segments', '--file', jsonFile(texts)])
    expect(answer).toHaveLength(5_000)
  })

  test('speaks to people too', async () => {
    expect(await runProcess(['segments', 'Hej!'])).toEqual({ code: 0, stdout: '1 part, 4 units in GSM-7, 156 left\n', stderr: '' })
    expect((await runProcess(['segments', '5…'])).stdout).toBe('1 part, 2 units in UCS-2, 68 left\n  "…" at 1: use "..."\n')
  })
})

describe('phone', () => {
  test('reads a number', async () => {
    expect(await runJson(['phone', '070-174 06 05', '--country', 'SE'])).toMatchObject({
      code: 0,
      answer: { valid: true, e164: '+46701740605', country: 'SE', type: 'mobile' },
    })
  })

  test('says why a number is none, which is an answer', async () => {
    expect(await runJson(['phone', '12', '--country', 'SE'])).toMatchObject({
      code: 0,
      answer: { valid: false, reason: expect.stringMatching(/\.$/) },
    })
  })

  test('reads the numbers of a file, in their order', async () => {
    const file = jsonFile([{ raw: '06 1234 5678', country: 'NL' }, { raw: '+46701740605' }, { raw: 'no', country: null }])
    expect((await runJson(['phone', '--file', file])).answer).toMatchObject([
      { e164: '+31612345678' },
      { e164: '+46701740605' },
      { valid: false },
    ])
  })

  test('speaks to people too', async () => {
    expect(await runProcess(['phone', '+46701740605'])).toEqual({ code: 0, stdout: '+46701740605  SE  mobile\n', stderr: '' })
  })
})

describe('when it cannot be done', () => {
  test.each([
    [['segments', '--file', '/nowhere/at/all.json'], 'file_not_found'],
    [['segments', '--file', '/'], 'file_not_readable'],
  ])('%j', async (args, code) => {
    expect(await runJson(args)).toEqual({
      code: 1,
      stderr: '',
      answer: { error: { code, message: expect.stringMatching(/^[“A-Z].*\.$/) } },
    })
  })

  test.each([
    ['segments', '{', 'file_not_json'],
    ['segments', '{}', 'file_not_json'],
    ['segments', [1], 'file_not_texts'],
    ['phone', ['+46701740605'], 'file_not_numbers'],
  ])('%s with a file of %j', async (command, content, code) => {
    expect(await runJson([command, '--file', jsonFile(content)])).toMatchObject({ code: 1, answer: { error: { code } } })
  })

  test('people get a sentence on standard error and nothing else', async () => {
    const { code, stdout, stderr } = await runProcess(['segments', '--file', '/nowhere'])
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no file “/nowhere”. Check the name and try again.\n',
    })
  })
})

describe('when the command line is wrong', () => {
  test.each([
    [[]],
    [['fly']],
    [['segments']],
    [['segments', 'a', 'b']],
    [['segments', 'a', '--file', 'b']],
    [['phone', '1', '--country', 'Sweden']],
    [['segments', 'a', '--limit', '1']],
  ])('%j ends with 2 and says how it should be', async (args) => {
    expect(await runJson(args)).toEqual({ code: 2, stderr: '', answer: { error: { code: 'usage', message: expect.stringMatching(/\S/) } } })
    const { code, stdout, stderr } = await runProcess(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^\S.*\n$/)
  })
})

test('help and version are there', async () => {
  expect((await runProcess(['--help'])).stdout).toContain('accounts add PROVIDER')
  expect(await runProcess(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})
