import { useSearchParams } from "react-router-dom";

/** The address of the same page with another key point open; with none when none is given. */
export function useShow() {
  const [search] = useSearchParams();
  return (id: string | null) => {
    const params = new URLSearchParams(search);
    if (id) params.set("key-point", id);
    else params.delete("key-point");
    return { search: params.size ? `?${params}` : "" };
  };
}
