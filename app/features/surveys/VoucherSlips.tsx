type VoucherSlipsProps = {
  title: string;
  codes: readonly string[];
  closes: string;
  /** Where people answer, as they type it. */
  address: string;
};

/** Slips of paper, each with the code of one voucher. */
export function VoucherSlips({ title, codes, closes, address }: VoucherSlipsProps) {
  return (
    <ul className="rh-badges">
      {codes.map((code) => (
        <li key={code} className="rh-badge rh-badge--slip">
          <p>
            <strong>{title}</strong>
          </p>
          <p className="rh-badge__name">{code}</p>
          <p className="rh-badge__event">
            Answer at <bdi>{address}</bdi> until {closes}. This code is good for one response. Nobody keeps
            who has it.
          </p>
        </li>
      ))}
    </ul>
  );
}
