import type { Row, Vector, VectorTable } from './row.ts';

/** One vector a line: its name, then its bytes. */
const namedLines = (file: string, text: string): readonly Vector[] =>
  text.split('\n').flatMap((line) => {
    const [name, hex] = line.trim().split(/\s+/);
    return name === undefined || hex === undefined ? [] : [{ name, file, hex }];
  });

const noReading: Row = { as: 'no-reading' };
const hostCommand: Row = { as: 'host-command' };
/** Published with lengths that contradict each other, or without the header of an APDU. */
const broken: Row = { as: 'frame-error', reason: 'structure' };

const scale = ['H211', 'H221'];
const oximeter = [
  'pulse_oximeter/pulse_oximeter_association_request',
  'pulse_oximeter/pulse_oximeter_noti_config_with_scanner',
];
const pen = ['A_REQUEST', 'C_REPORT', 'S_INFO'];

const pulse = (spo2: number, rate: number, deviceTime: string): Row => ({
  as: 'reading',
  values: { spo2, 'pulse-rate': rate },
  rest: { kind: 'oximetry', deviceTime },
  after: oximeter,
});
const weight = (value: number, deviceTime: string) => ({
  values: { weight: value },
  rest: { kind: 'body-weight', deviceTime } as const,
});

const single = pulse(98, 72, '2007-12-06T12:10:00');
const inTenths = pulse(97.5, 80.1, '2010-08-03T10:51:11');

/** Published bytes of `ieee11073-20601-phdc`. */
export const table: VectorTable = {
  driver: 'ieee11073',
  vectorsIn: (file, text) =>
    file === 'antidote-apdus.txt' ? namedLines(file, text) : [{ name: file, file, text }],
  rows: {
    // A pen's session: doses of insulin are no measure of a cabin.
    A_REQUEST: noReading,
    A_RESPONSE: hostCommand,
    C_REPORT: { as: 'no-reading', after: ['A_REQUEST'] },
    C_ACCEPT: hostCommand,
    A_INFO: hostCommand,
    D_INFO: { as: 'no-reading', after: ['A_REQUEST', 'C_REPORT'] },
    CA_SEG: hostCommand,
    S_INFO: { as: 'no-reading', after: ['A_REQUEST', 'C_REPORT'] },
    T_XFER: hostCommand,
    TRIG_SEG_RESPONSE: { as: 'no-reading', after: pen },
    SEGMENT_XFER: { as: 'no-reading', after: pen },
    ACK1: hostCommand,
    'Accu-Chek (Roche) association request': noReading,

    // The examples of the standard's annex H, and the same of the specializations.
    H211: noReading,
    H211_ID_0190: noReading,
    H211_ID_02BC: noReading,
    H211_ID_05DC: noReading,
    H212: hostCommand,
    H221: { as: 'no-reading', after: ['H211'] },
    H221_ID_0190: broken,
    H221_ID_02BC: broken,
    H221_ID_05DC: { as: 'no-reading', after: ['H211_ID_05DC'] },
    H222: hostCommand,
    H232: hostCommand,
    H233: { as: 'no-reading', after: scale },
    H233_ID_0190: noReading,
    H233_ID_02BC: noReading,
    H233_ID_05DC: noReading,
    H241: { as: 'reading', ...weight(62.4, '2007-02-01T12:10:00'), after: scale },
    H241_ID_0190: { ...single, after: ['H211_ID_0190'] },
    H241_ID_02BC: {
      as: 'reading',
      values: { systolic: 120, diastolic: 80, mean: 100, 'pulse-rate': 60 },
      rest: { kind: 'blood-pressure', deviceTime: '2007-12-06T12:10:00' },
      after: ['H211_ID_02BC'],
    },
    H241_ID_05DC: {
      as: 'readings',
      readings: [weight(76.2, '2007-12-06T12:10:00'), weight(76, '2007-12-06T20:05:00')],
      after: ['H211_ID_05DC', 'H221_ID_05DC'],
    },
    H242: hostCommand,
    H243: hostCommand,
    H244: { as: 'reading', ...weight(62.4, '2007-02-01T12:10:00'), after: scale },
    data_apdu1: broken,
    data_apdu2: broken,
    scan_report_info_var: broken,

    'weighing_scale/association_request': noReading,
    'weighing_scale/std_config_05DC': { as: 'no-reading', after: ['weighing_scale/association_request'] },
    'pedometer/pedometer_association_request': noReading,
    'pedometer/pedometer_noti_config': broken,

    'pulse_oximeter/pulse_oximeter_association_request': noReading,
    'pulse_oximeter/pulse_oximeter_noti_config': noReading,
    'pulse_oximeter/pulse_oximeter_noti_config_with_scanner': noReading,
    'pulse_oximeter/pulse_oximeter_episodic_set_response': { as: 'no-reading', after: oximeter },
    'pulse_oximeter/pulse_oximeter_periodic_set_response': { as: 'no-reading', after: oximeter },
    'pulse_oximeter/pulse_oximeter_buf_scan_report_fixed': single,
    'pulse_oximeter/pulse_oximeter_buf_scan_report_var': single,
    'pulse_oximeter/pulse_oximeter_buf_scan_report_grouped': pulse(98, 73, '2008-07-03T12:10:00'),
    'pulse_oximeter/pulse_oximeter_buf_scan_report_mp_fixed': single,
    'pulse_oximeter/pulse_oximeter_buf_scan_report_mp_var': single,
    'pulse_oximeter/pulse_oximeter_buf_scan_report_mp_grouped': { ...broken, after: oximeter },
    'pulse_oximeter/pulse_oximeter_unbuf_scan_report_fixed': single,
    'pulse_oximeter/pulse_oximeter_unbuf_scan_report_var': single,
    'pulse_oximeter/pulse_oximeter_unbuf_scan_report_grouped': inTenths,
    'pulse_oximeter/pulse_oximeter_unbuf_scan_report_mp_fixed': single,
    'pulse_oximeter/pulse_oximeter_unbuf_scan_report_mp_var': single,
    'pulse_oximeter/pulse_oximeter_unbuf_scan_report_mp_grouped': inTenths,
    'antidote-pulse_oximeter-description.txt': {
      as: 'not-covered',
      why: 'the same APDUs as text, byte by byte with its meaning',
    },

    rx_aare_example_one: hostCommand,
    rx_abrt_buffer_overflow: noReading,
    rx_abrt_config_timeout: noReading,
    rx_abrt_response_timeout: noReading,
    rx_abrt_undefined: noReading,
    rx_rlre_normal: noReading,
    rx_rlrq_normal: noReading,
  },
};
