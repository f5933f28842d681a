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

  private static Judgement judge(boolean faceWanted, ComparisonResult... results) {
    return ComparisonPolicy.judge(List.of(results), faceWanted);
  }
}
