import { useEffect, useState } from 'preact/hooks';
import { readSettings, type Settings, watchSettings, writeSettings } from '../../utils/platform/settings';

export interface SettingsView {
  /** As the person set them; null until they were read. */
  readonly settings: Settings | null;
  readonly change: (changes: Partial<Settings>) => Promise<void>;
}

/** The settings of this browser, kept in step with every other page that shows them. */
export function useSettings(): SettingsView {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const read = () => void readSettings().then(setSettings);
    read();
    return watchSettings(read);
  }, []);
  return { settings, change: async (changes) => setSettings(await writeSettings(changes)) };
}
