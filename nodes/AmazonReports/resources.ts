import { cancel } from './report/cancel';
import { download } from './report/download';
import { get } from './report/get';
import { getMany } from './report/getMany';
import { readSettlement } from './report/readSettlement';
import { request } from './report/request';
import { requestAndDownload } from './report/requestAndDownload';
import { wait } from './report/wait';
import { create } from './schedule/create';
import { deleteOperation } from './schedule/delete';
import { get as getSchedule } from './schedule/get';
import { getMany as getManySchedules } from './schedule/getMany';
import type { Resource } from '../n8n/operation';

/** Everything the node can do, in the order of use: its table of contents. */
export const RESOURCES: readonly Resource[] = [
	{
		value: 'report',
		name: 'Report',
		defaultOperation: 'requestAndDownload',
		operations: [requestAndDownload, request, wait, download, readSettlement, getMany, get, cancel],
	},
	{
		value: 'schedule',
		name: 'Schedule',
		defaultOperation: 'getMany',
		operations: [create, getManySchedules, getSchedule, deleteOperation],
	},
];
