// A webhook endpoint as a form holds it, and back: drafts are flat, so lists are texts with commas. Leans on the view's nouns; sends nothing.
import type { WebhookEndpoint } from '../../lib/check.ts';
import { type EndpointDraft, RETENTION_HOURS, type RetentionHours } from '../../lib/webhook-view.ts';
import { EVENT_TYPES } from '../words/hooks.ts';

export type EndpointForm = {
  url: string;
  name: string;
  labels: string;
  events: string;
  hours: string;
  key: boolean;
};

const ALL_EVENTS = EVENT_TYPES.join(',');
export const BLANK: EndpointForm = {
  url: '',
  name: '',
  labels: '',
  events: ALL_EVENTS,
  hours: '72',
  key: true,
};

export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const hoursOf = (text: string): RetentionHours =>
  RETENTION_HOURS.find((hours) => String(hours) === text) ?? 72;

export const draftOf = (form: EndpointForm): EndpointDraft => ({
  url: form.url.trim(),
  name: form.name.trim(),
  labels: listOf(form.labels),
  eventTypes: listOf(form.events),
  retentionHours: hoursOf(form.hours),
});

export const formOf = (endpoint: WebhookEndpoint): EndpointForm => ({
  url: endpoint.url,
  name: endpoint.name ?? '',
  labels: endpoint.labels.join(', '),
  events: endpoint.eventTypes.join(','),
  hours: String(endpoint.retentionHours ?? 72),
  key: false,
});
