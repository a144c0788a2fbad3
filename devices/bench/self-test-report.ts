export {
  SELF_TEST_STEPS,
  type SelfTestReport,
  type SelfTestStep,
  type StepOutcome,
  type StepReport,
} from '#core/contract/self-test.ts';
