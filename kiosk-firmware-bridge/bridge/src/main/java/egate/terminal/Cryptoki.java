package egate.terminal;

import egate.emrtd.KeyUnavailableException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The few functions of a PKCS#11 library that find a key and sign with it (version 2.40).
 *
 * <p>Not through the JDK's SunPKCS11: it shows only keys that have a certificate beside them, and
 * it knows no brainpool curve, on which most states have their keys for terminals.
 */
// The token's library is foreign; the launcher permits it to this module.
@SuppressWarnings("restricted")
final class Cryptoki {
  static final long OK = 0;

  /** The library was initialised before, in this process. */
  static final long ALREADY_INITIALIZED = 0x191;

  static final long USER_ALREADY_LOGGED_IN = 0x100;

  // On 64-bit Linux CK_ULONG is a long, and structures are aligned as C has them.
  static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  static final AddressLayout POINTER = ValueLayout.ADDRESS;

  /** type, pValue, ulValueLen. */
  static final MemoryLayout ATTRIBUTE = MemoryLayout.structLayout(LONG, POINTER, LONG);

  /** Places in CK_FUNCTION_LIST, which begins with a version that fills one pointer. */
  private enum Function {
    INITIALIZE(1),
    GET_SLOT_LIST(5),
    GET_TOKEN_INFO(7),
    OPEN_SESSION(13),
    LOGIN(19),
    FIND_OBJECTS_INIT(27),
    FIND_OBJECTS(28),
    FIND_OBJECTS_FINAL(29),
    SIGN_INIT(43),
    SIGN(44);

    private final int place;

    Function(int place) {
      this.place = place;
    }
  }

  private static final long FUNCTION_LIST_BYTES = 69 * 8;

  private final MemorySegment functions;

  private Cryptoki(MemorySegment functions) {
    this.functions = functions;
  }

  /** Loads the library for as long as this process lives, and initialises it. */
  static Cryptoki load(Path library) throws KeyUnavailableException {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
      MethodHandle getList =
          Linker.nativeLinker()
              .downcallHandle(
                  symbols.find("C_GetFunctionList").orElseThrow(),
                  FunctionDescriptor.of(LONG, POINTER));
      MemorySegment out = arena.allocate(POINTER);
      require("C_GetFunctionList", (long) getList.invokeExact(out));
      Cryptoki loaded = new Cryptoki(out.get(POINTER, 0).reinterpret(FUNCTION_LIST_BYTES));
      loaded.initialize();
      return loaded;
    } catch (KeyUnavailableException e) {
      throw e;
    } catch (Throwable e) { // what foreign calls throw
      throw new KeyUnavailableException(library + " is no PKCS#11 library that can be loaded");
    }
  }

  private void initialize() throws KeyUnavailableException {
    long result = call(Function.INITIALIZE, MemorySegment.NULL);
    if (result != ALREADY_INITIALIZED) {
      require("C_Initialize", result);
    }
  }

  /** Slots with a token, as many as fit. */
  void slots(MemorySegment slots, MemorySegment count) throws KeyUnavailableException {
    require("C_GetSlotList", call(Function.GET_SLOT_LIST, (byte) 1, slots, count));
  }

  void tokenInfo(long slot, MemorySegment info) throws KeyUnavailableException {
    require("C_GetTokenInfo", call(Function.GET_TOKEN_INFO, slot, info));
  }

  long openSession(long slot, MemorySegment session) throws KeyUnavailableException {
    long serial = 0x4;
    require(
        "C_OpenSession",
        call(Function.OPEN_SESSION, slot, serial, MemorySegment.NULL, MemorySegment.NULL, session));
    return session.get(LONG, 0);
  }

  void login(long session, MemorySegment pin, long bytes) throws KeyUnavailableException {
    long user = 1;
    long result = call(Function.LOGIN, session, user, pin, bytes);
    if (result != USER_ALREADY_LOGGED_IN) {
      require("C_Login", result);
    }
  }

  /** How many objects fit the template: none, one, or two where there are more. */
  long find(long session, MemorySegment template, long attributes, MemorySegment found)
      throws KeyUnavailableException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(LONG);
      require("C_FindObjectsInit", call(Function.FIND_OBJECTS_INIT, session, template, attributes));
      require("C_FindObjects", call(Function.FIND_OBJECTS, session, found, 2L, count));
      require("C_FindObjectsFinal", call(Function.FIND_OBJECTS_FINAL, session));
      return count.get(LONG, 0);
    }
  }

  /** Signs; the number of bytes of the signature is left in the last argument. */
  void sign(
      long session,
      MemorySegment mechanism,
      long key,
      MemorySegment data,
      MemorySegment signature,
      MemorySegment signatureBytes)
      throws KeyUnavailableException {
    require("C_SignInit", call(Function.SIGN_INIT, session, mechanism, key));
    require(
        "C_Sign", call(Function.SIGN, session, data, data.byteSize(), signature, signatureBytes));
  }

  private static void require(String function, long result) throws KeyUnavailableException {
    if (result != OK) {
      throw new KeyUnavailableException(
          "the token answers %s with %s"
              .formatted(function, Long.toHexString(result).toUpperCase(Locale.ROOT)));
    }
  }

  private long call(Function function, Object... arguments) throws KeyUnavailableException {
    MemoryLayout[] layouts = new MemoryLayout[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      layouts[i] =
          switch (arguments[i]) {
            case Long _ -> LONG;
            case Byte _ -> ValueLayout.JAVA_BYTE;
            default -> POINTER;
          };
    }
    try {
      return (long)
          Linker.nativeLinker()
              .downcallHandle(
                  functions.get(POINTER, 8L * function.place), FunctionDescriptor.of(LONG, layouts))
              .invokeWithArguments(arguments);
    } catch (Throwable e) { // what foreign calls throw
      throw new KeyUnavailableException("the token's library failed in " + function);
    }
  }
}
