package egate.biometric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Judgement;
import egate.report.Modality;
import egate.report.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonPolicyTest {
  private static final ComparisonResult FINGER_MATCHES =
      new ComparisonResult(Modality.FINGER, Comparison.MATCH, Reason.NONE, 90, 40, 1);
  private static final ComparisonResult FINGER_DIFFERS =
      new ComparisonResult(Modality.FINGER, Comparison.NON_MATCH, Reason.FINGER_DIFFERS, 5, 40, 2);
  private static final ComparisonResult NO_FINGER =
      FingerComparator.notEvaluated(Reason.NO_FINGER_PRESENTED, new Threshold(40), 0);
  private static final ComparisonResult NO_FACE_MODEL =
      FaceComparator.notEvaluated(Reason.NO_APPROVED_MODEL, 1);
  private static final ComparisonResult FACE_MATCHES =
      new ComparisonResult(Modality.FACE, Comparison.MATCH, Reason.NONE, 900, 340, 3);
  private static final ComparisonResult FACE_DIFFERS =
      new ComparisonResult(Modality.FACE, Comparison.NON_MATCH, Reason.FACE_DIFFERS, 5, 40, 1);

  @Test
  void aMatchingFingerIsEnoughWhileNoFaceModelIsApproved() {
    assertEquals(Judgement.ACCEPTED, judge(true, FINGER_MATCHES, NO_FACE_MODEL));
    assertEquals(Judgement.ACCEPTED, judge(false, FINGER_MATCHES));
  }

  @Test
  void anotherFingerGoesToTheOfficer() {
    assertEquals(Judgement.REFERRED, judge(true, FINGER_DIFFERS, NO_FACE_MODEL));
  }

  @Test
  void anotherFaceOutweighsAMatchingFinger() {
    assertEquals(Judgement.REFERRED, judge(true, FINGER_MATCHES, FACE_DIFFERS));
    assertEquals(Judgement.REFERRED, judge(false, FINGER_MATCHES, FACE_DIFFERS));
  }

  @Test
  void whatWasNotComparedGoesToTheOfficer() {
    assertEquals(Judgement.REFERRED, judge(true, NO_FINGER, NO_FACE_MODEL));
    assertEquals(Judgement.REFERRED, judge(false));
    assertEquals(Judgement.REFERRED, judge(false, NO_FACE_MODEL));
  }

  @Test
  void aWantedFaceMustAtLeastBeReportedOn() {
    assertEquals(Judgement.REFERRED, judge(true, FINGER_MATCHES));
  }

  @Test
  void onceThereAreModelsAWantedFaceMustMatch() {
    assertEquals(Judgement.ACCEPTED, judgeWithModels(FINGER_MATCHES, FACE_MATCHES));
    assertEquals(Judgement.REFERRED, judgeWithModels(FINGER_MATCHES, FACE_DIFFERS));
    for (Reason reason :
        List.of(
            Reason.MODEL_PACK_REFUSED,
            Reason.ATTACK_SUSPECTED,
            Reason.NO_FACE,
            Reason.SEVERAL_FACES,
            Reason.CAMERA_LOST)) {
      ComparisonResult face = FaceComparator.notEvaluated(reason, 1);
      assertEquals(Judgement.REFERRED, judgeWithModels(FINGER_MATCHES, face), reason.name());
    }
  }

  @Test
  void aFaceStandsInOnlyWhereThereIsNoFingerToCompare() {
    for (Reason reason : List.of(Reason.NO_REFERENCE, Reason.QUALITY_TOO_LOW)) {
      ComparisonResult finger = FingerComparator.notEvaluated(reason, new Threshold(40), 2);
      assertEquals(Judgement.ACCEPTED, judgeWithModels(finger, FACE_MATCHES), reason.name());
      assertEquals(Judgement.REFERRED, judge(true, finger, NO_FACE_MODEL), reason.name());
    }
    assertEquals(Judgement.REFERRED, judgeWithModels(NO_FINGER, FACE_MATCHES));
    assertEquals(Judgement.REFERRED, judgeWithModels(FINGER_DIFFERS, FACE_MATCHES));
    ComparisonResult lost =
        FingerComparator.notEvaluated(Reason.FINGER_SENSOR_LOST, new Threshold(40), 0);
    assertEquals(Judgement.REFERRED, judgeWithModels(lost, FACE_MATCHES));
  }

  private static Judgement judge(boolean faceWanted, ComparisonResult... results) {
    return ComparisonPolicy.judge(List.of(results), faceWanted, false);
  }

  private static Judgement judgeWithModels(ComparisonResult... results) {
    return ComparisonPolicy.judge(List.of(results), true, true);
  }
}
