import type { z } from 'zod'
import type { NewEventType } from './event-types/model.ts'

/** Who plays in the demo: six people in four zones, beside the owner, what can be booked with them, and their guests' names. */

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri']

export const demoPeople = [
  {
    email: 'mara@northwind.example',
    name: 'Mara Lindqvist',
    username: 'mara',
    timezone: 'Europe/Stockholm',
    hours: {
      weekly: [
        { days: weekdays, start: '08:30', end: '12:00' },
        { days: weekdays, start: '13:00', end: '17:30' },
      ],
    },
  },
  {
    email: 'tomas@northwind.example',
    name: 'Tomás Herrera',
    username: 'tomas',
    timezone: 'America/New_York',
    hours: { weekly: [{ days: weekdays, start: '09:00', end: '18:00' }] },
  },
  {
    email: 'priya@northwind.example',
    name: 'Priya Raman',
    username: 'priya',
    timezone: 'Asia/Kolkata',
    hours: { weekly: [{ days: [...weekdays, 'sat'], start: '10:00', end: '18:30' }] },
  },
  {
    email: 'kenji@northwind.example',
    name: 'Kenji Watanabe',
    username: 'kenji',
    timezone: 'Australia/Sydney',
    hours: { weekly: [{ days: ['mon', 'tue', 'thu', 'fri'], start: '09:00', end: '16:00' }] },
  },
  {
    email: 'lucia@northwind.example',
    name: 'Lucía Ferrari',
    username: 'lucia',
    timezone: 'Europe/Stockholm',
    hours: { weekly: [{ days: weekdays, start: '10:00', end: '19:00' }] },
  },
  {
    email: 'noah@northwind.example',
    name: 'Noah Becker',
    username: 'noah',
    timezone: 'America/New_York',
    hours: { weekly: [{ days: weekdays, start: '08:00', end: '16:00' }] },
  },
] as const

const topic = { key: 'topic', label: 'What is it about?', kind: 'text' } as const
const window = { kind: 'rolling', days: 60 } as const

/** `owner` and `cohosts` count the people above from 0. */
interface DemoEventType extends z.input<typeof NewEventType> {
  owner: number
  cohosts?: readonly number[]
}

export const demoEventTypes: readonly DemoEventType[] = [
  {
    owner: 0,
    title: 'Intro call',
    slug: 'intro',
    durationMinutes: 30,
    description: 'A first chat, no preparation needed.',
    window,
    questions: [topic],
  },
  {
    owner: 0,
    title: 'Deep dive',
    slug: 'deep-dive',
    durationMinutes: 60,
    bufferAfterMinutes: 15,
    window,
    questions: [topic],
    limits: { bookings: { day: 4 } },
  },
  { owner: 0, title: 'Office hours', slug: 'office-hours', durationMinutes: 60, seats: 6, window, questions: [topic] },
  {
    owner: 1,
    title: 'Sales demo',
    slug: 'demo',
    durationMinutes: 45,
    minNoticeMinutes: 240,
    window,
    questions: [topic],
    locations: [{ kind: 'video', value: 'https://meet.example/tomas' }],
  },
  { owner: 1, title: 'Quick question', slug: 'quick', durationMinutes: 15, window, questions: [topic] },
  {
    owner: 1,
    title: 'Contract review',
    slug: 'contract',
    durationMinutes: 60,
    requiresConfirmation: true,
    window,
    questions: [topic],
  },
  {
    owner: 2,
    title: 'Technical support',
    slug: 'support',
    durationMinutes: 30,
    intervalMinutes: 15,
    window,
    questions: [topic],
  },
  {
    owner: 2,
    title: 'Onboarding',
    slug: 'onboarding',
    durationMinutes: 90,
    durationOptions: [60, 90, 120],
    bufferBeforeMinutes: 10,
    window,
    questions: [topic],
  },
  { owner: 3, title: 'Pairing session', slug: 'pairing', durationMinutes: 60, window, questions: [topic] },
  {
    owner: 5,
    title: 'Interview',
    slug: 'interview',
    durationMinutes: 45,
    visibility: 'unlisted',
    window,
    questions: [topic],
  },
  {
    owner: 4,
    title: 'Talk to the team',
    slug: 'team',
    durationMinutes: 30,
    scheduling: 'round_robin',
    cohosts: [0, 1, 2, 4, 5],
    window,
    questions: [topic],
  },
  {
    owner: 4,
    title: 'Project kick-off',
    slug: 'kick-off',
    durationMinutes: 60,
    scheduling: 'collective',
    cohosts: [0, 4],
    window,
    questions: [topic],
  },
]

export const guestNames = {
  first: [
    'Amina',
    'Björn',
    'Chloé',
    'Dmitri',
    'Elif',
    'Farid',
    'Grace',
    'Hiro',
    'Ingrid',
    'João',
    'Katya',
    'Liam',
    'Mei',
    'Noor',
    'Oskar',
    'Paula',
    'Quinn',
    'Rosa',
    'Samir',
    'Tuva',
  ],
  last: [
    'Andersson',
    'Bakker',
    'Costa',
    'Dubois',
    'Eriksen',
    'Fischer',
    'García',
    'Haddad',
    'Ivanova',
    'Jensen',
    'Kowalski',
    'Lee',
    'Moreau',
    'Nakamura',
    'O’Brien',
  ],
  zones: [
    'Europe/Berlin',
    'America/New_York',
    'America/Los_Angeles',
    'Asia/Tokyo',
    'Australia/Sydney',
    'Europe/London',
    'Asia/Kolkata',
    'America/Sao_Paulo',
  ],
} as const
