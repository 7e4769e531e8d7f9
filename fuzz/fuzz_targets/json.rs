#![no_main]
libfuzzer_sys::fuzz_target!(|payload: &[u8]| twoears_fuzz::adapter("json", payload));
