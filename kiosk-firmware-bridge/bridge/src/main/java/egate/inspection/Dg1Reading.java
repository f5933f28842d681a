package egate.inspection;

import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.emrtd.lds.Dg1;
import egate.emrtd.lds.LdsFile;
import egate.report.Reason;
import java.util.Optional;

/**
 * DG1's MRZ, parsed only where the signed SOD vouches for its bytes.
 *
 * @param mrz empty where there is none to believe
 * @param reason why not; {@link Reason#NONE} otherwise
 */
record Dg1Reading(Optional<Mrz> mrz, Reason reason) {

  static Dg1Reading of(Evidence evidence, PassiveAuthentication authentication) {
    Optional<byte[]> file = evidence.file(LdsFile.DG1);
    if (file.isEmpty() || !authentication.intact().contains(LdsFile.DG1)) {
      return new Dg1Reading(Optional.empty(), authentication.reasonAgainstDataGroups());
    }
    try {
      return new Dg1Reading(Optional.of(Dg1.parse(file.get())), Reason.NONE);
    } catch (MalformedDataException e) {
      return new Dg1Reading(Optional.empty(), Reason.LDS_MALFORMED);
    }
  }
}
