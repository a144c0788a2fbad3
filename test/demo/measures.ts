import type { Step } from './step.ts';

/** Three captures, each shot in its middle, while the device answers. */
export const MEASURES: readonly Step[] = [
  {
    name: 'oximetry',
    play: async ({ patient, words, shoot }) => {
      await patient.sees(words.patient.measures.title);
      await shoot('patient', 'measures');
      await patient.startsMeasures('oximetry');
      await patient.seesPulseRunning();
      await Promise.all([shoot('patient', 'oximetry'), shoot('assistant', 'oximetry')]);
      await patient.keepsStill();
      await shoot('patient', 'oximetry-kept');
      await patient.goesOn();
    },
  },
  {
    name: 'blood-pressure',
    play: async ({ patient, shoot }) => {
      await patient.restsForCuff();
      await Promise.all([shoot('patient', 'rest'), shoot('assistant', 'rest')]);
      await patient.feelsCuff();
      await shoot('patient', 'blood-pressure');
      await patient.keepsStill();
      await shoot('patient', 'blood-pressure-kept');
    },
  },
  {
    name: 'body-weight',
    play: async ({ patient, rig, shoot }) => {
      // At this rate somebody steps on twice a second: the screen could not be shot before it is answered.
      rig.order('silence tanita-scale');
      await patient.goesOn();
      await patient.isAskedOntoScale();
      await shoot('patient', 'body-weight');
      await shoot('assistant', 'body-weight');
      rig.order('mend tanita-scale');
      await patient.keepsStill();
      await shoot('patient', 'body-weight-kept');
      await patient.goesOn();
    },
  },
  {
    name: 'waiting',
    play: async ({ patient, shoot }) => {
      await patient.waits();
      await shoot('patient', 'waiting');
      await shoot('assistant', 'waiting');
    },
  },
];
